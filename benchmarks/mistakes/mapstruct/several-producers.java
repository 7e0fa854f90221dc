package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  Target map(Source source); // here

  default Integer one(Thread thread) {
    return 1;
  }

  default Integer two(Thread thread) {
    return 2;
  }
}

class Source {
  public Thread getA() {
    return null;
  }
}

class Target {
  public void setA(Integer a) {}
}
