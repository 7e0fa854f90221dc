package probe;

import org.mapstruct.*;

@Mapper
enum Churn {} // here
