package probe;

import org.mapstruct.*;

class Outer {
  @Mapper
  abstract class Churn { // here
    abstract Target map(Source source);
  }
}

class Source {}

class Target {}
