package probe;

import org.mapstruct.*;

@Mapper
@DecoratedWith(Decorator.class) // here
interface Churn {
  Target map(Source source);
}

abstract class Decorator implements Churn {
  Decorator(int port) {} // here
}

class Source {}

class Target {}
