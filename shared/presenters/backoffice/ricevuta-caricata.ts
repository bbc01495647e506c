/** The answer to the upload of a receipt: the attempt that it closes, or the receipt itself when it closes none. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import { presentRpp } from "../pendenze/rpp.ts";
import { presentRicevutaIndex } from "../riconciliazione/ricevuta.ts";

export const presentRicevutaCaricata = ({
  idRicevuta,
  posizione,
  creditori,
  adesso,
}: {
  readonly idRicevuta: string;
  readonly posizione: Posizione;
  readonly creditori: ReadonlyMap<string, Creditore>;
  readonly adesso: string;
}) => {
  const ricevuta = posizione.ricevute.find((r) => r.idRicevuta === idRicevuta);
  if (!ricevuta) throw new Error(`la ricevuta ${idRicevuta} appena registrata non si legge`);
  const tentativo = posizione.tentativi.find((t) => t.idRicevuta === idRicevuta);
  const { pendenza, tentativi } = posizione;
  if (pendenza && tentativo) {
    const stato = statoTentativoAl(tentativo, tentativi, adesso);
    return presentRpp("backoffice", creditori, adesso)({ tentativo, stato, pendenza, ricevuta });
  }
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return presentRicevutaIndex(nomi)(ricevuta);
};
