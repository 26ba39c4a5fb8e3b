package vn.dondoc.cli.demo.capital;

/**
 * Một dòng vốn mẫu.
 *
 * @param project số của dự án
 * @param planVnd kế hoạch, đồng
 * @param paidVnd giải ngân to 14 August, đồng
 */
record SampleLine(SampleProject project, long planVnd, long paidVnd) {
  SampleLine paying(long paid) {
    return new SampleLine(project, planVnd, paid);
  }
}
