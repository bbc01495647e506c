/** Writes the WSDL of the legacy Node from the table of operations: the SOAP client takes nothing else than a WSDL. */
import { type Elemento, OPERAZIONI, type OperazioneNodo, SPAZIO_CORPO, SPAZIO_INTESTAZIONE, SPAZIO_SERVIZIO } from "./operazioni.ts";

const RICORRENZE: Readonly<Record<string, string>> = {
  "?": ' minOccurs="0"',
  "*": ' minOccurs="0" maxOccurs="unbounded"',
  "+": ' maxOccurs="5"',
};

const complesso = (figli: readonly Elemento[]): string =>
  `<xsd:complexType><xsd:sequence>${figli.map(elemento).join("")}</xsd:sequence></xsd:complexType>`;

const elemento = (voce: Elemento): string => {
  const [scritto, figli] = typeof voce === "string" ? [voce, undefined] : voce;
  const ricorrenza = RICORRENZE[scritto.slice(-1)];
  const nome = ricorrenza === undefined ? scritto : scritto.slice(0, -1);
  return figli === undefined
    ? `<xsd:element name="${nome}" type="xsd:string"${ricorrenza ?? ""}/>`
    : `<xsd:element name="${nome}"${ricorrenza ?? ""}>${complesso(figli)}</xsd:element>`;
};

const schema = (spazio: string, elementi: readonly string[]): string =>
  `<xsd:schema targetNamespace="${spazio}" elementFormDefault="unqualified">${elementi.join("")}</xsd:schema>`;

const messaggio = (nome: string, radice: string): string =>
  `<wsdl:message name="${nome}"><wsdl:part name="corpo" element="ppt:${radice}"/></wsdl:message>`;

/** The description as text; the address is that of each connector, given call by call. */
export const writeWsdl = (): string => {
  const voci: readonly (readonly [string, OperazioneNodo])[] = Object.entries(OPERAZIONI);
  const intestazioni = voci.flatMap(([, { intestazione }]) => (intestazione ? [elemento(intestazione)] : []));
  const corpi = voci.flatMap(([nome, { richiesta, risposta }]) => [elemento([nome, richiesta]), elemento([`${nome}Risposta`, risposta])]);
  return [
    `<?xml version="1.0" encoding="UTF-8"?><wsdl:definitions name="NodoStorico" targetNamespace="${SPAZIO_SERVIZIO}" xmlns:tns="${SPAZIO_SERVIZIO}"`,
    ` xmlns:ppt="${SPAZIO_CORPO}" xmlns:ppthead="${SPAZIO_INTESTAZIONE}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"`,
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">',
    `<wsdl:types>${schema(SPAZIO_INTESTAZIONE, intestazioni)}${schema(SPAZIO_CORPO, corpi)}</wsdl:types>`,
    ...voci.flatMap(([nome]) => [messaggio(nome, nome), messaggio(`${nome}Response`, `${nome}Risposta`)]),
    '<wsdl:portType name="Nodo">',
    ...voci.map(
      ([nome]) =>
        `<wsdl:operation name="${nome}"><wsdl:input message="tns:${nome}"/><wsdl:output message="tns:${nome}Response"/></wsdl:operation>`,
    ),
    '</wsdl:portType><wsdl:binding name="Nodo" type="tns:Nodo">',
    '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...voci.map(
      ([nome]) =>
        `<wsdl:operation name="${nome}"><soap:operation soapAction="${nome}" style="document"/>` +
        '<wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>',
    ),
    '</wsdl:binding><wsdl:service name="Nodo"><wsdl:port name="Nodo" binding="tns:Nodo">',
    '<soap:address location="https://nodo.invalid/"/></wsdl:port></wsdl:service></wsdl:definitions>',
  ].join("");
};
