package probe;

import org.mapstruct.*;

@Mapper
class Churn { // here
  Target map(Source source) {
    return null;
  }
}

class Source {}

class Target {}
