package probe;

import org.immutables.value.Value;

@Value.Immutable
record Churn(String url) {} // here
