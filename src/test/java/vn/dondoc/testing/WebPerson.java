package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person with cookies but no browser: real HTTP, redirects not followed.
 *
 * @param base address of the server, without a slash at the end
 * @param client keeps this person's cookies
 * @param cookies those
 */
public record WebPerson(String base, HttpClient client, CookieManager cookies) {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  public static WebPerson at(Server server) {
    CookieManager cookies = new CookieManager();
    return new WebPerson(
        server.address(""), HttpClient.newBuilder().cookieHandler(cookies).build(), cookies);
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Opens a page and sends its form, token and all, with these fields. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new IllegalStateException(page + " has no form");
    }
    return post(action, fields, token.group(1));
  }

  /** Sends a form with this token; empty sends none. */
  public HttpResponse<String> post(
      String action, Map<String, String> fields, String token, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    token.isEmpty() ? body : body + "&_csrf=" + encoded(token)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Signs in as this login. */
  public HttpResponse<String> signIn(String login, String password) {
    return submit("/dang-nhap", "/dang-nhap", Map.of("login", login, "password", password));
  }

  /** Replaces a password. */
  public HttpResponse<String> change(String old, String fresh) {
    return submit(
        "/doi-mat-khau", "/doi-mat-khau", Map.of("old", old, "fresh", fresh, "again", fresh));
  }

  /** Value of a cookie this person holds; empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
