package vn.dondoc.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** Cửa vào: who may open what, and the headers every answer carries. */
@Configuration(proxyBeanMethods = false)
class Guard {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
          + "frame-ancestors 'none'";

  /** What anybody may look at, also with HEAD: whoever watches a page asks for no content. */
  private static final String[] OPEN = {"/", "/so-lieu/**", "/suc-khoe", "/ngon-ngu", "/lich/*"};

  private static final String SIGN_IN = "/dang-nhap";
  private static final String EXPIRED = "het-phien";
  private static final Actor SYSTEM = Actor.system("Đăng nhập");

  @Bean
  PasswordEncoder passwordEncoder() {
    return OneTimePassword.encoder();
  }

  /** Two requests of one session that leave the same word at once, by a double click, both hold. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, Accounts accounts, Devices devices) {
    // SignIn is found as the only provider there is; named here too, it would be asked twice.
    return http.authorizeHttpRequests(paths ->
            paths
                .requestMatchers(HttpMethod.GET, OPEN)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, OPEN)
                .permitAll()
                .requestMatchers("/css/**", "/img/**", "/js/**", "/fonts/**", "/webjars/**")
                .permitAll()
                .requestMatchers(SIGN_IN, "/error", "/favicon.ico")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(form ->
            form.loginPage(SIGN_IN)
                .usernameParameter("login")
                .passwordParameter("password")
                .successHandler((request, response, signedIn) -> {
                  makeToken(request);
                  long id = Long.parseLong(signedIn.getName());
                  Acting.as(SYSTEM, () -> devices.remember(id, request, response));
                  response.sendRedirect(ReturnPath.afterSignIn(request));
                })
                .failureHandler((request, response, failure) ->
                    toSignIn(
                        request, response, failure instanceof LockedException ? "khoa" : "sai")))
        // The way back travels in the address: a session made to remember it may end as well.
        .requestCache(cache -> cache.disable())
        .logout(out -> out.logoutUrl("/dang-xuat").logoutSuccessUrl("/"))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, refused) ->
                    toSignIn(request, response, hadSession(request) ? EXPIRED : ""))
                .accessDeniedHandler(denied()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()")))
        .addFilterAfter(new ActorFilter(accounts), AnonymousAuthenticationFilter.class)
        .build();
  }

  /**
   * One token for the whole session, kept before anything of it is opened: made by the first form,
   * tabs opened together would each make one, and all but the last would be refused.
   */
  private static void makeToken(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
  }

  /** A form sent after its session ended leads to signing in; anything else is refused. */
  private static AccessDeniedHandler denied() {
    return (request, response, denied) -> {
      if (denied instanceof CsrfException && isMalformed(request)) {
        response.sendError(400);
      } else if (denied instanceof CsrfException && !isSignedIn()) {
        toSignIn(request, response, EXPIRED);
      } else {
        response.sendError(403);
      }
    };
  }

  /** A form whose parts cannot be told apart has a token nobody can find. */
  private static boolean isMalformed(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return false;
    }
    try {
      request.getParts();
      return false;
    } catch (IOException | ServletException | IllegalStateException e) {
      return true;
    }
  }

  /** The request does not know yet: a form's token is looked at before anybody is named in it. */
  private static boolean isSignedIn() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.isAuthenticated();
  }

  private static boolean hadSession(HttpServletRequest request) {
    return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }

  /** Leads to signing in, saying why, and from there back to where the person was. */
  static void toSignIn(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    response.sendRedirect(ReturnPath.carriedBy(SIGN_IN, why, ReturnPath.of(request)));
  }
}
