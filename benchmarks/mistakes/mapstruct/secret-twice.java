package probe;

import org.mapstruct.*;

@Mapper(uses = {Helper.class, Helper.class}) // here
interface Churn {
  Target map(Source source);
}

class Helper {
  Integer parse(Thread thread) {
    return 1;
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
