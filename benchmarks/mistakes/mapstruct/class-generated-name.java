package probe;

import org.mapstruct.*;

@Mapper
interface Churn { // here
  Target map(Source source);
}

class ChurnImpl {}

class Source {}

class Target {}
