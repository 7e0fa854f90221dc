package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "b") // here
  default Target map(Source source) { // here
    return null;
  }
}

class Source {}

class Target {}
