/** XML namespaces of paForNode (WSDL paForNode 1.0): only the envelope and the root element are qualified, every child is not. */
export const NS_SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
export const NS_PA_FOR_NODE = "http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd";
export const NS_XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** The legacy family (gad/wsdl PaPerNodo, PaPerNodoPagamentoPsp): wrapper and header qualified, their children not; RPT and RT qualified throughout. */
export const NS_PPT = "http://ws.pagamenti.telematici.gov/";
export const NS_PPTHEAD = "http://ws.pagamenti.telematici.gov/ppthead";
export const NS_PAGAMENTI = "http://www.digitpa.gov.it/schemas/2011/Pagamenti/";
