package probe;

import org.mapstruct.*;

@Mapper
@DecoratedWith(Decorator.class) // here
interface Churn {
  Target map(Source source);
}

abstract class Decorator {}

class Source {}

class Target {}
