/**
 * The legacy Node, for the functions that call it: the only ones whose bundle holds the SOAP client. Everything of it is loaded at the first
 * call, so that a payment on Checkout does not start later because another station still sends RPT.
 */
import type { ClientSoap } from "../../adapters/nodo-storico/client-soap.ts";
import type { NodoStorico } from "../../ports/nodo-storico.ts";
import { wireHttp } from "./uscite.ts";

let client: Promise<ClientSoap> | undefined;
const loadClient = async (): Promise<ClientSoap> => {
  const { createClientSoap } = await import("../../adapters/nodo-storico/client-soap.ts");
  return createClientSoap(wireHttp("NodoStorico"));
};

export const clientSoap: ClientSoap = async (chiamata) => {
  client ??= loadClient();
  return (await client)(chiamata);
};

let nodo: Promise<NodoStorico> | undefined;
const loadNodo = async (): Promise<NodoStorico> => {
  const { createNodoStorico } = await import("../../adapters/nodo-storico/nodo-storico.ts");
  return createNodoStorico(clientSoap);
};
const pronto = (): Promise<NodoStorico> => {
  nodo ??= loadNodo();
  return nodo;
};

export const nodoStorico: NodoStorico = {
  inviaRpt: async (...dati) => (await pronto()).inviaRpt(...dati),
  inviaCarrello: async (...dati) => (await pronto()).inviaCarrello(...dati),
  chiediStato: async (...dati) => (await pronto()).chiediStato(...dati),
  chiediPendenti: async (...dati) => (await pronto()).chiediPendenti(...dati),
  chiediCopiaRt: async (...dati) => (await pronto()).chiediCopiaRt(...dati),
};
