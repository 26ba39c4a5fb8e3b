package vn.dondoc.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Phiên làm việc: who signed in, and with which of the account's passwords. */
final class Session {
  private Session() {}

  /** What is kept of somebody who signed in. */
  static Authentication of(Account account) {
    return of(Long.toString(account.id()), account.passwordNumber());
  }

  /** Whether this was opened with the password of this number. */
  static boolean isOf(int passwordNumber, Authentication signedIn) {
    return Integer.valueOf(passwordNumber).equals(signedIn.getDetails());
  }

  /** The session in which a password was changed goes on with the new one, under a new id. */
  static void goOn(int passwordNumber, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.getContext();
    Authentication known = context.getAuthentication();
    if (known == null) {
      return;
    }
    request.changeSessionId();
    context.setAuthentication(of(known.getName(), passwordNumber));
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  private static Authentication of(String name, int passwordNumber) {
    UsernamePasswordAuthenticationToken known =
        UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
    known.setDetails(passwordNumber);
    return known;
  }
}
