package probe;

import org.mapstruct.*;

@Mapper
abstract class Churn { // here
  Churn(String name) {} // here

  abstract Target map(Source source);
}

class Source {}

class Target {}
