package probe;

import org.mapstruct.*;

@Mapper(uses = Helper.class) // here
interface Churn {
  Target map(Source source);
}

class Helper {
  Thread unused(StringBuilder text) {
    return null;
  }
}

class Source {}

class Target {}
