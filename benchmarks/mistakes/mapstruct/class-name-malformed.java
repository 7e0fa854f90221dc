package probe;

import org.mapstruct.*;

@Mapper(implementationName = "not a name") // here
interface Churn { // here
  Target map(Source source);
}

class Source {}

class Target {}
