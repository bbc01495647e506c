/** The demonstration citizens: names are invented, tax codes check out. Some are those of the debts of the demonstration. */
export interface Cittadino {
  readonly id: string;
  readonly codiceFiscale: string;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly nascita: string;
  /** Why one would choose to be this person. */
  readonly chi: string;
  /** Company for which it may act, as SPID for professional use says. */
  readonly azienda?: { readonly ragioneSociale: string; readonly partitaIva: string };
}

export const CITTADINI: readonly Cittadino[] = [
  {
    ...{ id: "mario.rossi", codiceFiscale: "RSSMRA85T10A562S", nome: "Mario", cognome: "Rossi" },
    ...{ email: "mario.rossi@posta.example", nascita: "1985-12-10", chi: "Adulto, con i debiti della dimostrazione" },
  },
  {
    ...{ id: "giuseppina.verdi", codiceFiscale: "VRDGPP80A01F205X", nome: "Giuseppina", cognome: "Verdi" },
    ...{ email: "verdi@posta.example", nascita: "1980-01-01", chi: "Adulta, con molti debiti (si caricano al suo primo accesso)" },
  },
  {
    ...{ id: "elena.bruni", codiceFiscale: "BRNLNE78L52A562F", nome: "Elena", cognome: "Bruni" },
    ...{ email: "elena.bruni@posta.example", nascita: "1978-07-12", chi: "Delegata di un'azienda (SPID professionale)" },
    azienda: { ragioneSociale: "Edil Fiore S.r.l.", partitaIva: "12345678903" },
  },
  {
    ...{ id: "luca.ferri", codiceFiscale: "FRRLCU12P14A562J", nome: "Luca", cognome: "Ferri" },
    ...{ email: "luca.ferri@posta.example", nascita: "2012-09-14", chi: "Minore" },
  },
  {
    ...{ id: "marco.galli", codiceFiscale: "GLLMRC91H08F205D", nome: "Marco", cognome: "Galli" },
    ...{ email: "marco.galli@posta.example", nascita: "1991-06-08", chi: "Senza debiti" },
  },
  {
    ...{ id: "anna.mueller", codiceFiscale: "MLLNNA90D55Z112N", nome: "Anna", cognome: "Müller" },
    ...{ email: "anna.mueller@post.example", nascita: "1990-04-15", chi: "Nata all'estero, con codice fiscale italiano" },
  },
];

export const findCittadino = (id: string): Cittadino | undefined => CITTADINI.find((cittadino) => cittadino.id === id);
