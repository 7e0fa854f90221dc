package probe;

import org.mapstruct.*;

interface Base {
  void url(); // here
}

@Mapper
interface Churn extends Base { // here
  Target map(Source source);
}

class Source {}

class Target {}
