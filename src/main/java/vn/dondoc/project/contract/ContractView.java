package vn.dondoc.project.contract;

import java.util.List;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.web.Page;

/**
 * Một hợp đồng as its page shows it.
 *
 * @param project dự án
 * @param contract hợp đồng
 * @param past its terms as they were recorded, newest first
 * @param acceptances nghiệm thu
 * @param findings tồn tại
 * @param choices the lists codes are of
 * @param forms what was typed and could not be written
 * @param mayChange the viewer may write to it
 */
record ContractView(
    Project project,
    Contract contract,
    List<Contract.Told> past,
    List<Acceptance> acceptances,
    List<Finding> findings,
    Choices choices,
    Forms forms,
    boolean mayChange) {
  /** Các biểu: of an acceptance, of a finding. */
  record Forms(FormView acceptance, FormView finding) {
    static final Forms EMPTY = new Forms(FormView.EMPTY, FormView.EMPTY);

    Forms accepting(FormView form) {
      return new Forms(form, finding);
    }

    Forms finding(FormView form) {
      return new Forms(acceptance, form);
    }

    /** What is wrong with either. */
    List<Refusal.Problem> problems() {
      return acceptance.problems().isEmpty() ? finding.problems() : acceptance.problems();
    }
  }

  String path() {
    return "/du-an/" + project.id() + "/hop-dong/" + contract.id();
  }

  static String dong(long dong, Page page) {
    return page.t("project.dong", page.formats().count(dong));
  }
}
