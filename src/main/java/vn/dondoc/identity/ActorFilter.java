package vn.dondoc.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** Binds who is signed in to the request, as the database says at this moment. */
final class ActorFilter extends OncePerRequestFilter {
  private static final Actor SYSTEM = Actor.system("sight");

  private final Accounts accounts;

  ActorFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    long id = Long.parseLong(signedIn.getName());
    Optional<Account> account = Acting.call(SYSTEM, () -> accounts.find(id));
    Optional<Actor> actor = Acting.call(SYSTEM, () -> accounts.actor(id));
    if (account.isEmpty()
        || actor.isEmpty()
        || !Session.isOf(account.get().passwordNumber(), signedIn)) {
      end(request);
      Guard.toSignIn(request, response, "het-phien");
      return;
    }
    if (account.get().mustChange() && !isAllowedBeforeChange(request.getRequestURI())) {
      response.sendRedirect(ReturnPath.carriedBy("/doi-mat-khau", "", ReturnPath.of(request)));
      return;
    }
    Acting.<Void, IOException>call(
        actor.get(),
        () -> {
          try {
            chain.doFilter(request, response);
          } catch (ServletException e) {
            throw new IOException(e);
          }
          return null;
        });
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  private static boolean isAllowedBeforeChange(String path) {
    return path.equals("/doi-mat-khau")
        || path.equals("/dang-xuat")
        || path.equals("/ngon-ngu")
        || path.matches("/(css|js|fonts|webjars)/.*");
  }
}
