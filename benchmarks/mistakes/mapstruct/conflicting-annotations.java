package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  void map(Source source,
      @MappingTarget @TargetType Target target); // here
}

class Source {}

class Target {}
