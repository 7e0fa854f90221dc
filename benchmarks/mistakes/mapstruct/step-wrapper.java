package probe;

import java.util.*;
import org.mapstruct.*;

@Mapper
interface Churn {
  Optional<Target> map(Source source); // here
}

class Source {}

class Target {}
