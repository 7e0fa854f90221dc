package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.PipelineMention;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;

/** No two pipelines of a module have one name. */
public final class NamesakeRule {
  private NamesakeRule() {}

  /**
   * Says of a pipeline that its name is another's.
   *
   * @param compiled whether the other is compiled, too, and not known from its class file alone
   */
  public static Finding finding(
      PipelineMention pipeline, Location name, PipelineMention other, boolean compiled) {
    Finding finding =
        Finding.of(
                Diagnostic.DUPLICATE_PIPELINE,
                name,
                "Two pipelines are called '" + pipeline.name() + "'.")
            .fact(
                "The other is "
                    + other.type()
                    + (compiled ? "." : ", whose class file an earlier compilation left."));
    String fix = "give one of them another name with @Pipeline(name = ...)";
    return finding.fix(
        compiled ? fix + "." : fix + ", or delete the class file if its source is gone.");
  }
}
