/**
 * Loaded before anything else into the process that opens files and into its threads: no connection is made or taken.
 * No reader needs the network; a file that brings one to try gets an exception.
 */
import { Socket as UdpSocket } from 'node:dgram';
import { Server, Socket } from 'node:net';

function refuse(): never {
  throw new Error('no network where files are opened');
}

Socket.prototype.connect = refuse;
Server.prototype.listen = refuse;
UdpSocket.prototype.bind = refuse;
UdpSocket.prototype.connect = refuse;
UdpSocket.prototype.send = refuse;
