package probe;

import org.mapstruct.*;

@Mapper
abstract class Churn { // here
  Churn() throws java.io.IOException {} // here

  abstract Target map(Source source);
}

class Source {}

class Target {}
