/** XML namespaces of paForNode (WSDL paForNode 1.0): only the envelope and the root element are qualified, every child is not. */
export const NS_SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
export const NS_PA_FOR_NODE = "http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd";
export const NS_XSI = "http://www.w3.org/2001/XMLSchema-instance";
