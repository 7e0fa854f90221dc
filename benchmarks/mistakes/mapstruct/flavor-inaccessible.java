package probe;

import org.mapstruct.*;

class Outer {
  @Mapper
  @DecoratedWith(Decorator.class) // here
  interface Churn {
    Target map(Source source);
  }

  private abstract static class Decorator implements Churn {} // here
}

class Source {}

class Target {}
