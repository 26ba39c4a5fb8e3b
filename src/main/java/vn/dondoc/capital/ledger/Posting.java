package vn.dondoc.capital.ledger;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lần ghi sổ: one booking of one person; everything in it stands or falls together.
 *
 * @param sending key of the sender's own: sent again it is not booked again
 * @param way by which way it came
 * @param importId the import it belongs to
 * @param fileName of the workbook
 * @param reason lý do; a correction has to have one
 * @param signedBy who answers for a correction
 * @param onDay the day it is booked on; null for the province's day
 */
public record Posting(
    @Nullable UUID sending,
    Way way,
    @Nullable Long importId,
    @Nullable String fileName,
    @Nullable String reason,
    @Nullable String signedBy,
    @Nullable LocalDate onDay) {

  /** Cách ghi. */
  public enum Way {
    PAGE,
    IMPORT,
    LOAD;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By a person on a page. */
  public static Posting ofPage(@Nullable UUID sending, @Nullable String reason) {
    return new Posting(sending, Way.PAGE, null, null, reason, null, null);
  }

  /** From a workbook. */
  public static Posting ofImport(UUID sending, long importId, String fileName) {
    return new Posting(sending, Way.IMPORT, importId, fileName, null, null, null);
  }

  /** History as it was booked on a day; for the system alone. */
  public static Posting ofLoad(LocalDate onDay) {
    return new Posting(null, Way.LOAD, null, null, null, null, onDay);
  }

  /** The same, with who answers for it. */
  public Posting signed(String why, String signer) {
    return new Posting(sending, way, importId, fileName, why, signer, onDay);
  }
}
