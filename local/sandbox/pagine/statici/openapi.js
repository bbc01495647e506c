// Swagger UI on the document named by the page. The bundle is a classic deferred script: it has run by the time a module does.
const radice = document.getElementById("swagger");
radice.textContent = "";
window.SwaggerUIBundle({
  url: radice.dataset.documento,
  domNode: radice,
  deepLinking: true,
  docExpansion: "list",
  validatorUrl: null,
  telemetry: false,
});
