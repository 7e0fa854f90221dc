package probe;

import org.immutables.value.Value;

@Value.Immutable
enum Churn {} // here
