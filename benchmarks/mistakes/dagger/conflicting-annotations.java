package probe;

import dagger.*;
import javax.inject.*;

@Qualifier
@interface Fast {}

class Train {
  @Inject Train(
      @Named("a") @Fast Integer number) {} // here
}
