package probe;

import org.mapstruct.*;

@Mapper
record Churn() {} // here
