/** Journal entries: by payment code when there is one, else by day; listed per creditor and day. They expire by themselves after the retention. */
import type { Evento } from "../../domain/eventi.ts";
import type { Elemento } from "../../ports/deposito.ts";

export const toElementoEvento = (evento: Evento, conservazioneGiorni: number): Elemento => {
  const giorno = evento.dataEvento.slice(0, 10);
  const pk = evento.idDominio && evento.iuv ? `POS#${evento.idDominio}#${evento.iuv}` : `GIORNO#${giorno}#${evento.id.slice(0, 2)}`;
  return {
    ...evento,
    pk,
    sk: `${evento.dataEvento}#${evento.id}`,
    elenco: `${evento.idDominio ?? "-"}#${giorno}`,
    ordine: `${evento.dataEvento}#${evento.id}`,
    versione: 1,
    scadeAlle: Math.floor(Date.parse(evento.dataEvento) / 1000) + conservazioneGiorni * 86_400,
  };
};
