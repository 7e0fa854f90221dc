package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  void map(Source source); // here
}

class Source {}
