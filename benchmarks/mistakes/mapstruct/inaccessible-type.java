package probe;

import org.mapstruct.*;

class Outer {
  private static class Target {}

  @Mapper
  interface Churn {
    Target map(Source source); // here
  }
}

class Source {}
