package probe;

import dev.lockstep.*;

interface Base {
  String text(int port);
}

@SecretSchema
interface Warehouse extends Base { // here
  String url();
}
