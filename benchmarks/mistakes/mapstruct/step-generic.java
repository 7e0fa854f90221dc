package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  <T> T map(Source source); // here
}

class Source {}
