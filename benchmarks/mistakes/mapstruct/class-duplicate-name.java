package probe;

import org.mapstruct.*;

@Mapper(implementationName = "Same")
interface Churn {
  Target map(Source source);
}

@Mapper(implementationName = "Same") // here
interface Other { // here
  Target map(Source source);
}

class Source {}

class Target {}
