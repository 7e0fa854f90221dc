package probe;

import org.mapstruct.*;

@Mapper
interface Churn<T> { // here
  Target map(Source source);
}

class Source {}

class Target {}
