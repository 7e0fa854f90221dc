package probe;

import jakarta.inject.*;

@Singleton
class Churn {} // here

class $Churn$Definition {}
