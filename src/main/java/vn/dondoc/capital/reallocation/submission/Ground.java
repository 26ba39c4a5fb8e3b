package vn.dondoc.capital.reallocation.submission;

import vn.dondoc.capital.cut.CutReason;

/**
 * Lý do và căn cứ of one decrease, as a person tells them.
 *
 * @param reason chậm hay dôi dư
 * @param evidence the document that shows a surplus; empty for none
 */
public record Ground(CutReason reason, String evidence) {}
