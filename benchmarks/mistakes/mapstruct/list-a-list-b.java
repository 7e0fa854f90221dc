package probe;

import java.util.*;
import org.mapstruct.*;

@Mapper
interface Churn {
  Target map(Source source); // here
}

class Source {
  public List<Thread> getA() {
    return null;
  }
}

class Target {
  public void setA(List<java.io.FileInputStream> a) {}
}
