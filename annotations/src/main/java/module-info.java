/** The annotations that a pipeline is written with. */
module dev.lockstep {
  exports dev.lockstep;
}
