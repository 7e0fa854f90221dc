package probe;

import org.mapstruct.*;

@Mapper
@interface Churn {} // here
