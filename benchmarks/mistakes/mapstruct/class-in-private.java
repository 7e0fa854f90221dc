package probe;

import org.mapstruct.*;

class Outer {
  private static class Middle {
    @Mapper
    interface Churn { // here
      Target map(Source source);
    }
  }
}

class Source {}

class Target {}
