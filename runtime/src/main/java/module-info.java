/** What a generated runner needs: secrets, stacks, artifacts, runs, and the default stack. */
@SuppressWarnings("module") // Whom it exports to is compiled later.
module dev.lockstep.runtime {
  requires transitive dev.lockstep;
  requires transitive org.slf4j; // StepContext.logger()
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires java.logging; // ConnectionLog
  requires java.management;
  requires org.snakeyaml.engine;

  // Annotations only, which nothing needs at run time.
  requires static transitive java.compiler;
  requires static transitive org.jspecify;

  // What pipelines, components, materializers and generated code use, and what that shows.
  exports dev.lockstep.artifact;
  exports dev.lockstep.artifact.bucket;
  exports dev.lockstep.descriptor;
  exports dev.lockstep.home;
  exports dev.lockstep.http;
  exports dev.lockstep.json;
  exports dev.lockstep.metadata;
  exports dev.lockstep.orchestrator;
  exports dev.lockstep.redact;
  exports dev.lockstep.run;
  exports dev.lockstep.secret;
  exports dev.lockstep.secret.encryption;
  exports dev.lockstep.secret.provider;
  exports dev.lockstep.stack;

  // For dev.lockstep.testing. Not to it alone: build tools put what only tests use on the class
  // path, where it has no name.
  exports dev.lockstep.orchestrator.local;

  // Our own business.
  exports dev.lockstep.builtin to
      dev.lockstep.cli;
  exports dev.lockstep.run.console to
      dev.lockstep.cli;
  exports dev.lockstep.secret.local to
      dev.lockstep.cli;
  exports dev.lockstep.text to
      dev.lockstep.cli;
  exports dev.lockstep.yaml to
      dev.lockstep.cli;

  uses dev.lockstep.artifact.Materializer;
  uses dev.lockstep.stack.ComponentFlavor;
}
