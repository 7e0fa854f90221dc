package probe;

import org.mapstruct.*;

class Outer {
  @Mapper
  private interface Churn { // here
    Target map(Source source);
  }
}

class Source {}

class Target {}
