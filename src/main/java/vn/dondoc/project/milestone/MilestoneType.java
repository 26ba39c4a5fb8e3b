package vn.dondoc.project.milestone;

import vn.dondoc.project.Choice;

/**
 * Loại mốc.
 *
 * @param procedure thủ tục it belongs to
 * @param choice its code and names
 */
public record MilestoneType(Choice procedure, Choice choice) {}
