package vn.dondoc.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private static final String PACKAGE = "vn.dondoc";

  @Bean
  TemplateEngine templates() {
    TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
    engine.setTrimControlStructures(true);
    return engine;
  }

  @Bean
  ViewResolver templateViews(TemplateEngine templates) {
    return new TemplateViews(templates);
  }

  /** Asked before Spring's own resolvers, which would forward any name to a servlet path. */
  private record TemplateViews(TemplateEngine templates) implements ViewResolver, Ordered {
    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
      return name.contains(":") ? null : new TemplateView(templates, name);
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE + 10;
    }
  }

  private record TemplateView(TemplateEngine templates, String name) implements View {
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    @SuppressWarnings("unchecked")
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      Utf8ByteOutput output = new Utf8ByteOutput();
      templates.render(name + ".jte", (Map<String, Object>) model, output);
      if (model != null && model.get("page") instanceof Page page) {
        response.setLocale(page.texts().language().locale());
      }
      response.setContentType("text/html");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
