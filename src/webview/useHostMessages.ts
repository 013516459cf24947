import { useEffect } from 'preact/hooks';

/**
 * Hears of the host's messages as long as the page is there, and tells the host that it is. None of what it takes may
 * change from one drawing to the next.
 *
 * @param read what an event says, or null for anything that is not our host's; takes the page's own origin
 */
export function useHostMessages<Message>(
  read: (event: MessageEvent<unknown>, ownOrigin: string) => Message | null,
  receive: (message: Message) => void,
  send: (type: 'panel-ready', payload: Record<string, never>) => void,
): void {
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const message = read(event, window.origin);
      if (message !== null) receive(message);
    };
    window.addEventListener('message', listen);
    send('panel-ready', {});
    return () => window.removeEventListener('message', listen);
  }, [read, receive, send]);
}
